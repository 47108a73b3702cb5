extension TextForm {
    /// The name of an answer, an outcome or a system.
    static let name = TextForm(#"[A-Za-z][A-Za-z0-9_]*"#)
    /// The name of a step: those that `go` gives another meaning are taken.
    static let step = TextForm(#"(?!(back|home|end)$)[A-Za-z][A-Za-z0-9_]*"#)
    /// Where an answer is kept: a name, or a field of the person.
    static let target = TextForm(#"person\..+|sharing\.on|[A-Za-z][A-Za-z0-9_]*"#)
    /// A name that rules compute or compare.
    static let ruleName = TextForm(#"[a-z][a-z0-9_]*"#)
    /// A rule's id: country, area, name.
    static let ruleID = TextForm(#"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+"#)
    /// A length of time: `90s`, `10m`, `24h`, `7d`.
    static let duration = TextForm(#"[0-9]+[smhd]"#)
    /// Months or years: `12 months`.
    static let months = TextForm(#"[0-9]+ (month|year)s?"#)
    /// A time of day: `09:00`.
    static let clock = TextForm(#"[0-9]{1,2}:[0-9]{1,2}"#)
    /// A part of every day: `21:00-08:00`.
    static let hours = TextForm(#"[0-9]{1,2}:[0-9]{1,2}-[0-9]{1,2}:[0-9]{1,2}"#)
    /// A distance from UTC: `+08:00`.
    static let offset = TextForm(#"[+-][0-9]{2}:[0-9]{2}"#)
    /// A country's two letters.
    static let country = TextForm(#"[A-Za-z]{2}"#)
    /// A day: `2026-11-24`.
    static let date = TextForm(#"[0-9]{4}-[0-9]{2}-[0-9]{2}"#)
    /// A day or a month: `2026-11`.
    static let dayOrMonth = TextForm(#"[0-9]{4}-[0-9]{2}(-[0-9]{2})?"#)
    /// What goes on from a system's own address.
    static let addressEnd = TextForm(#"([/?].*)?"#)
}
