package org.casus.model;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The constraint that a text is an absolute http or https URL, to which a web page can link safely. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@Size(max = 2000)
@Pattern(regexp = "https?://[^\\s<>\"{}|\\\\^`]+")
@ReportAsSingleViolation
public @interface WebAddress {

    String message() default "a URL begins with http:// or https:// and has at most 2000 characters and no spaces";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
