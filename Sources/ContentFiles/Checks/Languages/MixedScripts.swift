extension CheckRule {
    static let mixedScripts = CheckRule(
        "mixed-scripts", "L08", .warning, summary: "a word mixes two scripts",
        reason: """
            A Cyrillic or Greek letter that looks like a Latin one turns a text into UCS-2, is not found by search, and is a \
            known trick. It mostly comes from the wrong keyboard.
            """
    ) { context in
        context.versions.flatMap { version -> [Finding] in
            guard version.wording.scalars.contains(where: { $0.value >= 0x370 }) else { return [] }
            return version.wording.words.compactMap { word in
                guard !word.isValue else { return nil }
                let scripts = Set(word.text.unicodeScalars.compactMap(Script.of))
                guard scripts.count > 1 else { return nil }
                return Finding(
                    "'\(word.text)' has letters of two scripts", at: version.position(at: word.offset),
                    suggestion: "type it anew on one keyboard")
            }
        }
    }
}
