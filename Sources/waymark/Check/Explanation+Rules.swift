extension Explanation {
    /// Why each check of rule and directory files is there.
    static let rules: [String: String] = [
        "csv": "A row that cannot be taken apart may put a phone number where an address should be.",
        "csv-column": "What stands in a column that nobody knows would be lost.",
        "csv-kind": "Flows name a kind of office by its file, so its name must be plain.",
        "csv-value": "What people are told about an office must be complete and possible.",
        "duplicate-row": "Of two rows of one name only one would be found.",
        "equal-rows": "Of two values for the same place from the same day on, nobody could say which one is the law.",
        "fact-assume": "What is assumed when she does not know must be an answer, and she must be able to say so.",
        "fact-keep":
            "What is kept about people needs their consent and a value; what is not known would be asked again and again.",
        "fact-key":
            "Where an answer goes and what follows is made from the fact's name; a second way would contradict it.",
        "fact-option": "Rules compare values, not labels in one of the languages.",
        "local-conflict":
            "Two changes of one thing, or a change of what has changed itself, must be looked at by a person.",
        "local-target": "A local exception changes something that is there; a misspelt one would change nothing.",
        "long-why": "The reason is one message; what does not fit would be cut off, often the law itself.",
        "many-questions": "Every question loses people; a rule should ask what decides most first.",
        "missing-next": "An outcome that leads to a step without words would tell her nothing to do.",
        "missing-plain": "When a value is missing or not confirmed she still needs an answer, without the number.",
        "no-law": "An answer without a provision could not be proved to a boss or an office.",
        "one-sided": "A threshold that no test crosses may be wrong by one without anybody seeing it.",
        "outcome-reason": "The reason is that of the line that decides; a second one would contradict it.",
        "region-fact": "A value for a part of the country can be chosen only by where she is.",
        "region-parent": "A place is asked back with the place around it, so that must be larger and never itself.",
        "review-late": "A rule that nobody has compared with the law since may be out of date.",
        "rule-cycle": "A name that needs itself has no value.",
        "rule-end": "The first true line decides, so the last must always be true, and only the last.",
        "rule-fault": "With these answers an expression fails, and she would get an apology in place of an answer.",
        "rule-id": "Results and flows name a rule by its id, so it must be plain and never used twice.",
        "rule-name": "A name that means two things in one rule would be read as the wrong one.",
        "rule-test": "A test that names what is not there tests nothing.",
        "rule-text": "A text that names a value which can be missing would end in an apology.",
        "stale-office": "What nobody has compared with its source for long is not shown any more.",
        "unknown-region": "An office in a place that is not in the directory would never be found.",
        "unknown-law": "An answer must point to a provision that the rule cites.",
        "untested-outcome": "An outcome that no test comes to may be one that nobody can come to.",
        "unused-fact": "A question that no rule asks is left over.",
        "unused-next": "A step that no outcome names is left over.",
    ]
}
