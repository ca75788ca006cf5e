package org.casus.imports;

/** Names of files as clients send them. */
final class UploadFileName {

    private UploadFileName() {
    }

    /** Leaves out the folders, which say more of a client's machine than anybody needs; null where nothing else is there. */
    static String withoutFolders(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isEmpty() ? null : last;
    }
}
