package org.casus.index.lucene.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words of any script (UAX 29; by dictionary where a script writes no spaces; Han and Hiragana sign by sign, so that
 * every part of a word is found as a phrase), folded by ICU: case, accents and width make no difference. Without an
 * English 's. No stemming.
 */
public final class FoldingAnalyzer extends Analyzer {

    private static final int BETWEEN_NAMES = 100;
    /** Far below what Lucene takes as a term: one sign may fold to eighteen. */
    private static final int LONGEST_WORD = 255;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        ICUTokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream words = new ICUFoldingFilter(new EnglishPossessiveFilter(tokenizer));
        return new TokenStreamComponents(tokenizer, new TruncateTokenFilter(words, LONGEST_WORD));
    }

    /** A phrase stands within one name: the next begins far away. */
    @Override
    public int getPositionIncrementGap(String field) {
        return BETWEEN_NAMES;
    }

    /** The words of a text as they stand in the index. */
    public List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream(LuceneFields.TEXT, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
