/// One parser of what comes from outside.
struct FuzzTarget: Sendable {
    let name: String
    /// What real input looks like.
    let corpus: [[UInt8]]
    /// Reads an input. Returns what must not be, where something is; nil when all is well, whatever the input was.
    let read: @Sendable ([UInt8], inout Chance) -> String?

    /// - Parameter corpus: Real input as text.
    init(
        _ name: String, corpus: [String], _ read: @escaping @Sendable ([UInt8], inout Chance) -> String?
    ) {
        self.name = name
        self.corpus = corpus.map { Array($0.utf8) }
        self.read = read
    }

    /// A parser of text.
    static func text(
        _ name: String, _ corpus: [String], _ read: @escaping @Sendable (String) -> String?
    ) -> FuzzTarget {
        FuzzTarget(name, corpus: corpus) { bytes, _ in read(String(decoding: bytes, as: UTF8.self)) }
    }

    /// Every parser, with real input of this project.
    ///
    /// - Parameters:
    ///   - config: The folder with `providers/`.
    ///   - flows: The folder with packs.
    static func all(config: String, flows: String) throws -> [FuzzTarget] {
        let files = FuzzFiles(config: config, flows: flows)
        return try wire + content(files) + texts + [adapters(config: config), answers(config: config)]
    }
}

/// Files of the project as they are on disk.
struct FuzzFiles {
    /// A longer file is no better a beginning than a short one.
    private static let longest = 20_000
    private static let most = 60

    let config: String
    let flows: String

    /// The texts of files with an ending, the beginnings of long ones.
    func texts(_ ending: String, below folder: String? = nil) -> [String] {
        let folder = folder ?? flows
        let paths = InputFile.names(in: folder).map { folder + "/" + $0 }
        let own = paths.filter { $0.hasSuffix(ending) && !InputFile.isFolder($0) }
        let texts = own.compactMap { try? InputFile.text($0) }.map { String($0.prefix(Self.longest)) }
        let inner = paths.filter(InputFile.isFolder).flatMap { self.texts(ending, below: $0) }
        return Array((texts + inner).prefix(Self.most))
    }
}
