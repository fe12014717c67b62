package org.ringfence.kb;

/**
 * Where the output puts topics and files, as seen from the page being rendered. The site decides; a
 * page never knows its own address.
 */
@FunctionalInterface
public interface Hrefs {

    /**
     * Returns the address of a topic; {@code anchor} comes without {@code #}, empty for the whole
     * page.
     */
    String topic(String topicId, String anchor);

    /**
     * Returns the address of a file that is no page, such as an image, by its path below the root.
     */
    default String file(String path) {
        return path;
    }
}
