package org.casus.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.casus.http.problem.Problem;
import org.junit.jupiter.api.Test;

class RequestBodyMemoryTest {

    @Test
    void bodies_are_bounded_in_number_and_the_answer_says_when_to_try_again() {
        RequestBodyMemory memory = new RequestBodyMemory(1, 100);
        RequestBodyMemory.Share share = memory.share();
        Problem busy = catchThrowableOfType(Problem.class, memory::share);
        assertThat(busy.type().status()).isEqualTo(503);
        assertThat(busy.headers()).containsKey("Retry-After");
        share.release();
        memory.share();
    }

    @Test
    void bodies_are_bounded_in_bytes_together() {
        RequestBodyMemory memory = new RequestBodyMemory(10, 100);
        RequestBodyMemory.Share one = memory.share();
        one.grow(60);
        RequestBodyMemory.Share other = memory.share();
        assertThatThrownBy(() -> other.grow(41)).isInstanceOf(Problem.class);
        other.grow(40);
        one.release();
        other.grow(60);
    }

    @Test
    void a_share_is_given_back_once_and_grows_no_more() {
        RequestBodyMemory memory = new RequestBodyMemory(1, 100);
        RequestBodyMemory.Share share = memory.share();
        share.release();
        share.release();
        assertThatThrownBy(() -> share.grow(1)).isInstanceOf(Problem.class);
        memory.share();
        assertThatThrownBy(memory::share).isInstanceOf(Problem.class);
    }
}
