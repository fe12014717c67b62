package org.ringfence.cli.browse;

/** Keys that do something else than write themselves. */
enum Key {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    ENTER,
    ERASE,
    CLEAR,
    OPEN,
    LEAVE,
    TYPED
}
