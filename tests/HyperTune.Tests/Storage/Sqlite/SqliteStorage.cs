using Microsoft.Data.Sqlite;

namespace HyperTune.Tests;

/// <summary>Keeps studies in an SQLite database that any number of processes of one machine share.</summary>
public sealed class SqliteStorage(string path) : StudyStorage
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS studies(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, header BLOB);
        CREATE TABLE IF NOT EXISTS entries(study REFERENCES studies ON DELETE CASCADE, version, payload BLOB, UNIQUE(study, version));
        CREATE TABLE IF NOT EXISTS leases(study REFERENCES studies ON DELETE CASCADE, trial, owner, until, UNIQUE(study, trial, owner));
        CREATE TABLE IF NOT EXISTS snapshots(study INTEGER PRIMARY KEY REFERENCES studies ON DELETE CASCADE, version, payload BLOB);
        """;

    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();
    private volatile bool _isPrepared;

    public override ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken token = default) => new(RunAsync<IReadOnlyList<string>>(
        command => [.. Rows(command, "SELECT name FROM studies ORDER BY id").Select(static row => row.GetString(0))], token));

    public override ValueTask<StudyLog?> TryOpenAsync(string name, StudyParticipant participant, CancellationToken token = default)
        => new(RunAsync<StudyLog?>(command => Rows(command, "SELECT id, header FROM studies WHERE name = $1", name).Select(row => new SqliteLog(
            this, row.GetInt64(0), StudyHeader.Read(row.GetFieldValue<byte[]>(1)) with { Name = name }, participant)).FirstOrDefault(), token));

    public override ValueTask<StudyLog?> TryCreateAsync(StudyHeader header, StudyParticipant participant, CancellationToken token = default)
        => new(RunAsync<StudyLog?>(command => Rows(
            command, "INSERT OR IGNORE INTO studies(name, header) VALUES ($1, $2) RETURNING id", header.Name, header.ToUtf8Bytes())
            .Select(row => new SqliteLog(this, row.GetInt64(0), header, participant)).FirstOrDefault(), token));

    public override ValueTask<bool> TryRenameAsync(string name, string newName, CancellationToken token = default) => new(RunAsync(
        command => Run(command, "UPDATE OR IGNORE studies SET name = $2 WHERE name = $1 AND $1 <> $2", name, newName) == 1, token));

    public override ValueTask<bool> TryDeleteAsync(string name, CancellationToken token = default) => new(RunAsync(
        command => Run(command, "DELETE FROM studies WHERE name = $1", name) == 1, token));

    public override string ToString() => $"database '{path}'";

    internal static IEnumerable<SqliteDataReader> Rows(SqliteCommand command, string text, params object[] values)
    {
        command.CommandText = text;
        command.Parameters.Clear();
        command.Parameters.AddRange(values.Select(static (value, i) => new SqliteParameter($"${i + 1}", value)));
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            yield return row;
        }
    }

    internal static int Run(SqliteCommand command, string text, params object[] values)
        => Rows(command, text + " RETURNING 1", values).Count();

    // SQLite has no asynchronous way to wait for the disk and for other processes; a thread of the pool does it, not the caller's.
    internal Task<T> RunAsync<T>(Func<SqliteCommand, T> work, CancellationToken token, StudyDurability durability = StudyDurability.Power)
        => Task.Run(() =>
        {
            try
            {
                using var connection = new SqliteConnection(_connection);
                connection.Open();
                using SqliteCommand command = connection.CreateCommand();
                string synchronous = durability == StudyDurability.Power ? "FULL" : "NORMAL";
                command.CommandText = $"PRAGMA busy_timeout = 30000; PRAGMA synchronous = {synchronous}; {(_isPrepared ? "" : Schema)}";
                command.ExecuteNonQuery();
                _isPrepared = true;
                return work(command);
            }
            catch (SqliteException exception)
            {
                throw new IOException($"The {this} cannot be read or written. {exception.Message}", exception);
            }
        }, token);
}
