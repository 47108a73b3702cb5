package import Sealing

extension SQLStore {
    /// Opens the database in one SQLite file, for one process, makes it when it is missing, and brings its schema up to
    /// date.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must exist.
    ///   - keys: What people say and who they are is on the disk only sealed with these.
    package init(
        path: String, keys: KeyRing, settings: SQLiteSettings = SQLiteSettings()
    ) throws(StoreFault) {
        let pool = try DatabaseOpening(path: path, keys: keys, settings: settings).pool()
        self.init(SQLiteEngine(pool, settings), keys: keys, settings.groups)
    }
}
