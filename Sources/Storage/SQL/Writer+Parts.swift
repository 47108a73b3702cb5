import Conversation
import Expressions
import Sealing

extension Writer {
    /// Keeps a part, or takes the message that it makes whole. Returns nil, and changes nothing, when it would have to
    /// wait and too much waits already.
    mutating func keep(
        _ part: PartDraft, of arrival: Arrival, _ limits: PartLimits, _ decide: PartDecision
    ) throws(StoreFault) -> PartSettlement? {
        if let answer = try answer(ofRepeat: arrival) { return .known(answer: answer) }
        guard let message = try longMessage(of: part) else {
            return try begin(part, of: arrival, insteadOf: nil, limits, decide)
        }
        switch message.fit(part) {
        case .missing: return try add(part, of: arrival, to: message, limits, decide)
        case .foreign: return try begin(part, of: arrival, insteadOf: message, limits, decide)
        case .kept:
            try remember(arrival)
            return .known(answer: nil)
        case .late:
            try remember(arrival)
            return .late
        }
    }

    /// Takes what there is of a message whose time is over.
    mutating func takeDue(
        _ id: LongMessageID, at: Timestamp, _ decide: PartDecision
    ) throws(StoreFault) -> Settlement {
        let sender = try query(PartSQL.dueSender).first(id.rawValue, at) { columns in
            (fingerprint: columns.bytes(0), sealed: columns.bytes(1), channel: columns.text(2))
        }
        guard let sender else { return Settlement(answer: nil, isRepeat: true, hasOutgoing: false) }
        let key = AddressKey(
            fingerprint: sender.fingerprint, number: try openText(sender.sealed, as: .number))
        let subject = Subject.address(key, channel: sender.channel)
        return try take(id.rawValue, for: Arrival(key: nil, subject: subject, at: at), decide)
    }

    private mutating func add(
        _ part: PartDraft, of arrival: Arrival, to message: KnownLongMessage, _ limits: PartLimits,
        _ decide: PartDecision
    ) throws(StoreFault) -> PartSettlement? {
        let isLast = message.missing == 1
        guard isLast || hasRoom(for: part, limits) else { return nil }
        try insert(part, into: message.id)
        guard !isLast else { return .advanced(try take(message.id, for: arrival, decide), missing: 0) }
        try remember(arrival)
        return .waits
    }

    /// Begins a message with its first part. One that is open under the same key, or else the oldest of a sender who
    /// has too many, is taken as it is.
    private mutating func begin(
        _ part: PartDraft, of arrival: Arrival, insteadOf old: KnownLongMessage?, _ limits: PartLimits,
        _ decide: PartDecision
    ) throws(StoreFault) -> PartSettlement? {
        guard case .address(let sender, let channel) = arrival.subject else {
            throw StoreFault(.refused, "a part of a long message comes from an address")
        }
        guard hasRoom(for: part, limits) else { return nil }
        var settlement = PartSettlement.waits
        if let old, old.isOpen {
            settlement = .advanced(try take(old.id, for: arrival, decide), missing: old.missing)
        } else if let oldest = try crowdedOut(sender, channel, limits) {
            settlement = .advanced(try take(oldest.id, for: arrival, decide), missing: oldest.missing)
        } else {
            try remember(arrival)
        }
        if let old { try query(PartSQL.forget).run(old.id) }
        let message = try query(PartSQL.begin).inserted(
            part.message, channel, sender.fingerprint, seal(sender.number, as: .number), part.count, part.count,
            Int64(part.lifetime) * 1_000, arrival.at + Int64(part.lifetime))
        try insert(part, into: message)
        return settlement
    }

    /// The parts of a message go, and what they say together advances the conversation.
    private mutating func take(
        _ id: Int64, for arrival: Arrival, _ decide: PartDecision
    ) throws(StoreFault) -> Settlement {
        let sealed = try query(PartSQL.texts).all(id) { $0.bytes(0) }
        try query(PartSQL.dropTexts).run(id)
        try query(PartSQL.close).run(arrival.at, id)
        memory.partBytes -= sealed.reduce(0) { $0 + $1.count }
        try query(PartSQL.forgetClosed).run(arrival.at)
        // One that was damaged since counts as one that never came.
        let texts = sealed.compactMap { try? openText($0, as: .part) }
        return try advance(arrival) { decide($0, texts) }
    }
}
