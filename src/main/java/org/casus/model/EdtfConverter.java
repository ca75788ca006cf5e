package org.casus.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.casus.model.edtf.Edtf;

/** Stores an EDTF date as its original text. */
@Converter(autoApply = true)
public class EdtfConverter implements AttributeConverter<Edtf, String> {

    @Override
    public String convertToDatabaseColumn(Edtf date) {
        return date == null ? null : date.text();
    }

    @Override
    public Edtf convertToEntityAttribute(String text) {
        return text == null ? null : Edtf.parse(text);
    }
}
