import Conversation
import Sealing

/// Everything that people say, and everything that tells who they are, is sealed before it is written.
extension Writer {
    func seal(_ value: [UInt8], as field: SealedField) throws(StoreFault) -> [UInt8] {
        try keys.sealed(value, as: field)
    }

    func seal(_ text: String, as field: SealedField) throws(StoreFault) -> [UInt8] {
        try keys.sealed(Array(text.utf8), as: field)
    }

    func seal(_ person: Person) throws(StoreFault) -> [UInt8] {
        try keys.sealed(person.encoded(), as: .person)
    }

    func seal(answer: [UInt8]?) throws(StoreFault) -> [UInt8]? {
        guard let answer else { return nil }
        return try keys.sealed(answer, as: .answer)
    }

    func open(_ sealed: [UInt8], as field: SealedField) throws(StoreFault) -> [UInt8] {
        try keys.opened(sealed, as: field)
    }

    func openText(_ sealed: [UInt8], as field: SealedField) throws(StoreFault) -> String {
        try keys.openedText(sealed, as: field)
    }
}

extension KeyRing {
    func sealed(_ value: [UInt8], as field: SealedField) throws(StoreFault) -> [UInt8] {
        do {
            return try seal(value, as: field)
        } catch {
            throw StoreFault(.refused, "\(error)")
        }
    }

    func opened(_ sealed: [UInt8], as field: SealedField) throws(StoreFault) -> [UInt8] {
        do {
            return try open(sealed, as: field)
        } catch {
            throw StoreFault(.damaged, "\(error)")
        }
    }

    /// A text; what was erased is empty.
    func openedText(_ sealed: [UInt8], as field: SealedField) throws(StoreFault) -> String {
        sealed.isEmpty ? "" : String(decoding: try opened(sealed, as: field), as: UTF8.self)
    }
}
