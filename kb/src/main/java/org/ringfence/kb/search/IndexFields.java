package org.ringfence.kb.search;

/**
 * The fields of an index. A topic is a block of documents: its sections in page order, then the
 * page; those of pages and of sections differ, so that each has statistics of its own.
 */
final class IndexFields {

    /** Changes when an index of an older program can no longer be searched. */
    static final String FORMAT = "4";

    static final String FORMAT_KEY = "ringfence-format";
    static final String FINGERPRINT_KEY = "ringfence-fingerprint";

    /** Of a section: its text and its heading. */
    static final String BODY = "body";

    static final String HEADING = "heading";

    /** Of a page: its title, all other names that it goes by, its summary and keywords. */
    static final String TITLE = "title";

    static final String NAMES = "names";
    static final String META = "meta";

    /** Of a page: only there, so it also tells pages from sections; see {@link NameRecord}. */
    static final String PAGE_NAMES = "page-names";

    static final String SECTION_NAMES = "section-names";

    /** Of a page: how far the links of the others favour it, see {@link LinkGraph}. */
    static final String LINKED = "linked";

    static final String RANK = "rank";

    /** Of a page: the folders it lies in, and the APIs it is about, as filters compare them. */
    static final String AREA = "area";

    static final String API = "api";

    /** Of a page: a sum over all that its block is made of, see {@link TopicDocuments#sum}. */
    static final String SUM = "sum";

    static final String STORED_ID = "stored-id";
    static final String STORED_TITLE = "stored-title";
    static final String STORED_PATH = "stored-path";
    static final String STORED_ANCHOR = "stored-anchor";
    static final String STORED_ALIAS = "stored-alias";
    static final String STORED_HEADING = "stored-heading";
    static final String STORED_TEXT = "stored-text";

    private IndexFields() {}
}
