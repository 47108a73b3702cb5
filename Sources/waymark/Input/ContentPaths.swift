import Foundation

/// The content that a command is about: what its paths lead to.
struct ContentPaths {
    /// The folders of packs.
    private(set) var packs: [String] = []
    /// Provider files.
    private(set) var adapters: [String] = []
    /// Channels files.
    private(set) var channels: [String] = []
    /// Files of other systems.
    private(set) var systems: [String] = []
    /// Files with the settings of the gateway.
    private(set) var settings: [String] = []
    /// The files with talks or rules that were named, when single ones were; the packs are those they belong to.
    private(set) var tests: Set<String> = []

    /// - Parameter paths: Nothing means `Flows` and `Config`.
    init(_ paths: [String]) throws(WrongUse) {
        if paths.isEmpty { try addStandard() }
        for path in paths { try add(Self.plain(path)) }
    }

    private mutating func addStandard() throws(WrongUse) {
        let standard = ["Flows", "Config"].filter(InputFile.isFolder)
        guard !standard.isEmpty else {
            throw WrongUse("there is neither Flows nor Config here: name a path, or go to the project's folder")
        }
        for folder in standard { addFolder(folder) }
    }

    private mutating func add(_ path: String) throws(WrongUse) {
        guard InputFile.exists(path) else { throw WrongUse("there is no file or folder '\(path)'") }
        let before = count
        if InputFile.isFolder(path) { addFolder(path) } else { addFile(path) }
        if count == before {
            throw WrongUse("'\(path)' holds no pack, provider file, channels file, systems file or settings")
        }
    }

    private var count: Int {
        packs.count + adapters.count + channels.count + systems.count + settings.count + tests.count
    }

    private mutating func addFolder(_ folder: String) {
        if InputFile.exists(folder + "/pack.yaml") { return insert(folder, into: \.packs) }
        let isProviders = folder.split(separator: "/").last == "providers"
        for name in InputFile.names(in: folder) {
            let path = folder == "." ? name : folder + "/" + name
            if InputFile.isFolder(path) {
                addFolder(path)
            } else if name == "channels.yaml" {
                insert(path, into: \.channels)
            } else if name == "systems.yaml" {
                insert(path, into: \.systems)
            } else if name == "waymark.yaml" {
                insert(path, into: \.settings)
            } else if isProviders, name.hasSuffix(".yaml") {
                insert(path, into: \.adapters)
            }
        }
    }

    private mutating func addFile(_ path: String) {
        if let pack = Self.pack(around: path) {
            insert(pack, into: \.packs)
            let isRule = path.hasPrefix(pack + "/rules/") && path.hasSuffix(".yaml")
            if path.hasSuffix(".talk") || isRule { tests.insert(path) }
        } else if path.hasSuffix("channels.yaml") {
            insert(path, into: \.channels)
        } else if path.hasSuffix("systems.yaml") {
            insert(path, into: \.systems)
        } else if path.hasSuffix("waymark.yaml") {
            insert(path, into: \.settings)
        } else if path.hasSuffix(".yaml") {
            insert(path, into: \.adapters)
        }
    }

    private mutating func insert(_ path: String, into list: WritableKeyPath<Self, [String]>) {
        if !self[keyPath: list].contains(path) { self[keyPath: list].append(path) }
    }

    /// The folder of the pack that a file belongs to.
    private static func pack(around path: String) -> String? {
        var folder = Self.folder(of: path)
        while !InputFile.exists(folder + "/pack.yaml") {
            guard folder.contains("/"), folder != "/" else { return nil }
            folder = Self.folder(of: folder)
        }
        return folder
    }

    /// The folder that a file lies in; `.` where its path names none.
    static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// A path without `./` in front and `/` behind.
    private static func plain(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        while path.count > 2, path.hasPrefix("./") { path = path.dropFirst(2) }
        return String(path)
    }
}
