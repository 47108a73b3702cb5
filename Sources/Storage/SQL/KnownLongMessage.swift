/// A long message as it lies in its row, seen from a part that came.
struct KnownLongMessage {
    /// What a part is to a message with the same key.
    enum Fit {
        /// The message waits for it.
        case missing
        /// It is there already.
        case kept
        /// The message was taken without it.
        case late
        /// It belongs to another message: the sender's phone uses the key again.
        case foreign
    }

    let id: Int64
    let count: Int
    /// How many parts never came.
    let missing: Int
    /// Whether it still waits for parts.
    let isOpen: Bool
    /// The digest of the text at the part's place; nil when that place is free.
    let digest: [UInt8]?

    /// What the part is to this message; its digest was looked up for this part.
    func fit(_ part: PartDraft) -> Fit {
        guard part.count == count, digest == nil || digest == part.digest else { return .foreign }
        if digest != nil { return .kept }
        return isOpen ? .missing : .late
    }
}
