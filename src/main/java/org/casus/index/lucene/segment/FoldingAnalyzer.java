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
 * The analyzer of all text. It splits text of any script into words (UAX 29). Scripts without spaces are split by
 * dictionary; Han and Hiragana are split into single characters, so that every part of a word is found as a phrase. ICU
 * folds case, accents and width. The English possessive 's is removed. There is no stemming.
 */
public final class FoldingAnalyzer extends Analyzer {

    private static final int BETWEEN_NAMES = 100;
    /**
     * The maximum length of a word. It is far below Lucene's limit for a term, because folding may turn one character
     * into eighteen.
     */
    private static final int LONGEST_WORD = 255;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        ICUTokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream words = new ICUFoldingFilter(new EnglishPossessiveFilter(tokenizer));
        return new TokenStreamComponents(tokenizer, new TruncateTokenFilter(words, LONGEST_WORD));
    }

    /** Returns the position gap between values, so that a phrase cannot match across two names. */
    @Override
    public int getPositionIncrementGap(String field) {
        return BETWEEN_NAMES;
    }

    /** Returns the words of a text as they are indexed. */
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
