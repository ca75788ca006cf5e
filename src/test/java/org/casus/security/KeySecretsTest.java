package org.casus.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeySecretsTest {

    @Test
    void a_key_that_was_made_can_be_read() {
        KeySecrets.Parts made = KeySecrets.make();
        assertThat(KeySecrets.parse(made.text())).contains(made);
        assertThat(made.text()).startsWith("casus_").hasSize(6 + 12 + 1 + 43);
    }

    @Test
    void no_two_are_alike() {
        assertThat(Stream.generate(KeySecrets::make).limit(1000).map(KeySecrets.Parts::secret).distinct()).hasSize(1000);
    }

    @Test
    void the_hash_is_sha_256_in_hex() {
        assertThat(KeySecrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(KeySecrets.same(KeySecrets.hash("abc"), KeySecrets.hash("abc"))).isTrue();
        assertThat(KeySecrets.same(KeySecrets.hash("abc"), KeySecrets.hash("abd"))).isFalse();
    }

    @Property
    void no_other_text_is_a_key(@ForAll String text) {
        assertThat(KeySecrets.parse(text)).isEmpty();
    }
}
