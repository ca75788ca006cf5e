package org.casus.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.casus.store.PrivateFiles;

/**
 * A Lucene directory whose files only the owner may read. Lucene itself creates files with the default permissions of the
 * process.
 */
final class PrivateDirectory extends FilterDirectory {

    private final Path folder;

    private PrivateDirectory(FSDirectory directory) {
        super(directory);
        this.folder = directory.getDirectory();
    }

    static PrivateDirectory open(Path folder) throws IOException {
        PrivateFiles.ownFolder(folder);
        PrivateFiles.restrictAll(folder);
        return new PrivateDirectory(FSDirectory.open(folder));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return restricted(in.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return restricted(in.createTempOutput(prefix, suffix, context));
    }

    @Override
    public Lock obtainLock(String name) throws IOException {
        Lock lock = in.obtainLock(name);
        PrivateFiles.restrict(folder.resolve(name));
        return lock;
    }

    private IndexOutput restricted(IndexOutput out) {
        PrivateFiles.restrict(folder.resolve(out.getName()));
        return out;
    }
}
