import Expressions
import Foundation

extension CheckRule {
    static let notNormalised = CheckRule(
        "not-normalised", "B08", .error, summary: "a text is not in Unicode's normal form NFC",
        reason: """
            A letter and its accent can be one character or two that look the same. Two cost more, are not in the GSM \
            alphabet, are shown apart on old phones, and do not compare equal to what people type.
            """
    ) { context in
        context.versions.compactMap { version in
            let source = version.template.source
            guard !source.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
            let normal = source.precomposedStringWithCanonicalMapping
            guard !normal.unicodeScalars.elementsEqual(source.unicodeScalars) else { return nil }
            let offset = zip(source, normal).enumerated().first { _, pair in
                !pair.0.unicodeScalars.elementsEqual(pair.1.unicodeScalars)
            }?.offset
            return Finding(
                "this character is written with more than one code", at: version.position(at: offset ?? 0),
                suggestion: "save the file in Unicode's form NFC")
        }
    }
}
