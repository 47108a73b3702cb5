import Foundation

/// A table as a form brings it: as a file first, and within the form that takes what was shown.
struct BroughtFile {
    let name: String
    let bytes: [UInt8]

    /// The file of a form.
    ///
    /// - Parameter limit: The largest, in bytes.
    init(of visit: Visit, limit: Int) throws(Objection) {
        guard let file = visit.file, !file.bytes.isEmpty else { throw .missing }
        guard file.bytes.count <= limit else { throw .tooLarge }
        self.init(name: file.name, bytes: file.bytes)
    }

    /// The file within a form; nil where there is none.
    init?(within visit: Visit, limit: Int) {
        let bytes = Data(base64Encoded: visit.field("content")).map(Array.init) ?? []
        guard !bytes.isEmpty, bytes.count <= limit else { return nil }
        self.init(name: visit.field("name"), bytes: bytes)
    }

    private init(name: String, bytes: [UInt8]) {
        self.name = name.isEmpty ? "table" : name
        self.bytes = bytes
    }

    /// Why a form has none that can be looked at: the keys of sentences.
    enum Objection: String, Error {
        case missing = "tableMissing"
        case tooLarge = "tableTooLarge"
    }

    /// The fields of a form that takes what was shown of it.
    ///
    /// - Parameter mark: Names what was shown.
    func hidden(mark: String) -> [TableReviewPage.Hidden] {
        [("name", name), ("content", Data(bytes).base64EncodedString()), ("mark", mark)]
            .map { TableReviewPage.Hidden(name: $0.0, value: $0.1) }
    }
}
