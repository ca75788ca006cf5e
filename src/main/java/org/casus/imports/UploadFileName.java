package org.casus.imports;

/** Cleans the file names that clients send. */
final class UploadFileName {

    private UploadFileName() {
    }

    /** Returns a file name without its folders, which would reveal details of the client's machine; null if no name remains. */
    static String withoutFolders(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isEmpty() ? null : last;
    }
}
