package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

/** What the index keeps of topics: for each a block of documents, see {@link IndexFields}. */
final class TopicDocuments {

    private final WordTerms words = new WordTerms();
    private final NameRecord.Rarity rarity = new NameRecord.Rarity();
    private final Names names;
    private final Map<String, List<Names.Name>> ofPages = new HashMap<>();
    private final LinkGraph links;

    TopicDocuments(Guidance guidance, java.util.Set<String> heldOut) {
        names = new Names(guidance, heldOut);
        links = new LinkGraph(guidance);
        for (var topic : guidance.topics()) {
            var named = names.ofPage(topic);
            ofPages.put(topic.id(), named);
            rarity.add(named, words);
        }
    }

    /** Returns the documents of a topic, its sections first. */
    List<Document> of(Topic topic) {
        var documents = new ArrayList<Document>();
        for (var section : topic.sections()) {
            documents.add(section(topic, section));
        }
        documents.add(page(topic));
        return documents;
    }

    /** Returns a number that stays as long as {@link #of} gives the same. */
    long sum(Topic topic) {
        var sum = new TextSum();
        sum.add(topic.id());
        sum.add(topic.path());
        sum.add(topic.title());
        sum.add(meta(topic));
        var standing = links.of(topic.id());
        sum.add(standing.toString());
        names(ofPages.get(topic.id()), sum);
        for (var section : topic.sections()) {
            sum.add(section.anchor());
            sum.add(section.heading());
            sum.add(section.text());
            section.aliases().forEach(sum::add);
            names(names.ofSection(topic, section.anchor(), section.heading()), sum);
        }
        return sum.value();
    }

    private void names(List<Names.Name> named, TextSum sum) {
        named.forEach(name -> sum.add(name.text()));
        if (!named.isEmpty()) {
            sum.add(NameRecord.write(named, rarity, words));
        }
    }

    private Document page(Topic topic) {
        var page = new Document();
        var named = ofPages.get(topic.id());
        var others = new StringBuilder();
        named.subList(1, named.size()).forEach(name -> others.append(name.text()).append('\n'));
        page.add(TermField.name(IndexFields.TITLE, topic.title(), words));
        page.add(TermField.name(IndexFields.NAMES, others.toString(), words));
        page.add(TermField.name(IndexFields.META, meta(topic), words));
        page.add(
                new BinaryDocValuesField(
                        IndexFields.PAGE_NAMES, NameRecord.write(named, rarity, words)));
        var standing = links.of(topic.id());
        page.add(new NumericDocValuesField(IndexFields.LINKED, standing.linked()));
        page.add(new NumericDocValuesField(IndexFields.RANK, standing.rank()));
        page.add(new NumericDocValuesField(IndexFields.SUM, sum(topic)));
        var path = Filters.normal(topic.path());
        for (var at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
            page.add(new StringField(IndexFields.AREA, path.substring(0, at), Field.Store.NO));
        }
        named.stream()
                .filter(name -> name.kind() == Names.Kind.API)
                .map(name -> Filters.normal(name.text()))
                .distinct()
                .forEach(api -> page.add(new StringField(IndexFields.API, api, Field.Store.NO)));
        page.add(new StoredField(IndexFields.STORED_ID, topic.id()));
        page.add(new StoredField(IndexFields.STORED_TITLE, topic.title()));
        page.add(new StoredField(IndexFields.STORED_PATH, topic.path()));
        return page;
    }

    private static String meta(Topic topic) {
        var meta = new StringBuilder(topic.summary());
        for (var key : List.of("keywords", "tags")) {
            topic.attributes()
                    .getOrDefault(key, List.of())
                    .forEach(word -> meta.append('\n').append(word));
        }
        return meta.toString();
    }

    private Document section(Topic topic, Section section) {
        var document = new Document();
        var named = names.ofSection(topic, section.anchor(), section.heading());
        document.add(TermField.text(IndexFields.BODY, section.text(), words));
        if (!named.isEmpty()) {
            var all = new StringBuilder();
            named.forEach(name -> all.append(name.text()).append('\n'));
            document.add(TermField.name(IndexFields.HEADING, all.toString(), words));
            document.add(
                    new BinaryDocValuesField(
                            IndexFields.SECTION_NAMES, NameRecord.write(named, rarity, words)));
        }
        document.add(new StoredField(IndexFields.STORED_ANCHOR, section.anchor()));
        section.aliases()
                .forEach(alias -> document.add(new StoredField(IndexFields.STORED_ALIAS, alias)));
        document.add(new StoredField(IndexFields.STORED_HEADING, section.heading()));
        document.add(new StoredField(IndexFields.STORED_TEXT, section.text()));
        return document;
    }
}
