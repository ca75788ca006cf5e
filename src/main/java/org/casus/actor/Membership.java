package org.casus.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.casus.model.MembershipKind;
import org.casus.model.edtf.Edtf;

/** A membership: the present or past relation of an actor to another one. */
@Embeddable
class Membership {

    @Enumerated(EnumType.STRING)
    MembershipKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "of_pk")
    Actor of;

    String role;

    @Column(name = "edtf")
    Edtf when;

    Membership() {
    }

    Membership(MembershipKind kind, Actor of, String role, Edtf when) {
        this.kind = kind;
        this.of = of;
        this.role = role;
        this.when = when;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Membership that && kind == that.kind && of == that.of
                && Objects.equals(role, that.role) && Objects.equals(when, that.when);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, role, when);
    }
}
