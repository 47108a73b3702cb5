import Telephony

/// How much of a conversation somebody may read.
package enum Sight: String, Hashable, Sendable, CaseIterable, Codable {
    /// Everything that is kept.
    case whole
    /// No screen that may show a private answer, and of numbers no more than their last two digits.
    case redacted
}

/// Takes out of a conversation what not everybody may read: what is private is said by the pack it was led by.
///
/// A screen is withheld as a whole, because what an expression made of a private answer cannot be told from the words
/// around it.
package struct Redaction: Sendable {
    /// What stands for a text that is withheld.
    package static let mask = String(repeating: NumberMask.sign, count: 3)

    private let texts: PrivateTexts?

    /// - Parameter pack: The revision that the conversation was on; nil where it is not at hand: then everything may be
    ///   private.
    package init(of pack: Pack?) {
        texts = pack.map(PrivateTexts.init)
    }

    /// The turns of one conversation, in their order.
    package func redacted(_ lines: [TranscriptLine]) -> [TranscriptLine] {
        var privateSteps: Set<String> = []
        return lines.map { line in
            // What stood above a question stands there again when she comes back to it.
            let isPrivate = privateSteps.contains(line.step) || isPrivate(line)
            if isPrivate, !line.isWithStaff { privateSteps.insert(line.step) }
            return line.redacted(isPrivate: isPrivate)
        }
    }

    /// The turns of one conversation as they may be searched: like `redacted`, but with what was said between her and staff,
    /// which no pack calls private. Of what is withheld nothing is left, and of numbers their last two digits.
    package func searchable(_ lines: [TranscriptLine]) -> [TranscriptLine] {
        zip(lines, redacted(lines)).map { line, redacted in
            line.isWithStaff ? line.redacted(isPrivate: false, masksStaff: false) : redacted
        }
    }

    /// The note of a case that a step opened.
    package func redacted(note: String, writtenAt step: String) -> String {
        isPrivate(writingOf: step) ? Self.mask : NumberMask.masked(note)
    }

    /// An SMS that was written in a turn.
    ///
    /// - Parameter line: The turn, once it was redacted itself; nil where it is not known.
    package func redacted(message: String, writtenIn line: TranscriptLine?) -> String {
        guard let line else { return Self.mask }
        let isWithheld = line.isWithheld || line.path.contains(where: isPrivate(writingOf:))
        return isWithheld ? Self.mask : NumberMask.masked(message)
    }

    /// An SMS that one of several turns wrote, of which nobody can tell which.
    package func redacted(message: String, writtenInOneOf lines: [TranscriptLine]) -> String {
        let texts = lines.map { redacted(message: message, writtenIn: $0) }
        return texts.contains(Self.mask) ? Self.mask : texts.first ?? Self.mask
    }

    /// A turn that walked nowhere, at a question that is confirmed, may show the answer to it.
    private func isPrivate(_ line: TranscriptLine) -> Bool {
        if line.isWithStaff { return true }
        if (line.path + [line.step]).contains(where: isPrivate(screenOf:)) { return true }
        return line.path.isEmpty && texts?.confirmsPrivate(line.step) == true
    }

    private func isPrivate(screenOf step: String) -> Bool {
        !step.isEmpty && texts?.isPrivate(screenOf: step) ?? true
    }

    private func isPrivate(writingOf step: String) -> Bool {
        !step.isEmpty && texts?.isPrivate(writingOf: step) ?? true
    }
}

extension TranscriptLine {
    /// Whether it was said between her and staff, which may be anything.
    fileprivate var isWithStaff: Bool { [Walk.staffHears, Walk.staffSpoke].contains(understood) }

    fileprivate func redacted(isPrivate: Bool, masksStaff: Bool = true) -> TranscriptLine {
        TranscriptLine(
            at: at, channel: channel, input: isWithStaff && masksStaff ? Redaction.mask : NumberMask.masked(input),
            reply: reply.map { isPrivate ? Redaction.mask : NumberMask.masked($0) },
            understood: NumberMask.masked(understood), path: path, step: step,
            flags: flags.map { flag in
                Flag(
                    flag.kind, step: flag.step, detail: isPrivate ? Redaction.mask : NumberMask.masked(flag.detail))
            }, isWithheld: isPrivate)
    }
}
