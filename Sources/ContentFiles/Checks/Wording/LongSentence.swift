extension CheckRule {
    static let longSentence = CheckRule(
        "long-sentence", "T01", .warning, summary: "a sentence is long",
        reason: """
            Formulas of readability are unreliable on short messages; the length of sentences and words is what counts. \
            People who read slowly have forgotten the beginning of a sentence of 20 words when they come to its end. A \
            colon or semicolon ends a sentence here, a value is one word, and in scripts without spaces signs are counted.
            """
    ) { context in
        let limits = context.thresholds
        return context.versions.flatMap { version -> [Finding] in
            version.wording.sentences.compactMap { sentence in
                guard sentence.words > limits.words || sentence.signs > limits.signs else { return nil }
                let isTooLong = sentence.words > limits.mostWords || sentence.signs > limits.mostSigns
                let length = sentence.words > limits.words ? "\(sentence.words) words" : "\(sentence.signs) signs"
                return Finding(
                    "this sentence has \(length)", at: version.position(at: sentence.offset),
                    suggestion: "make two sentences of it", severity: isTooLong ? .error : .warning)
            }
        }
    }
}
