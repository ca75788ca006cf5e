package org.casus.query.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class DelimitedValuesTest {

    @Property
    void a_cell_is_split_into_the_values_that_were_joined(
            @ForAll @Size(min = 1, max = 4) List<@NotEmpty @CharRange(from = 'a', to = 'c') @Chars({'|', '\\', ' '}) String> values) {
        assertThat(DelimitedValues.split(DelimitedValues.joined(values.stream()))).isEqualTo(values);
    }
}
