using System.Globalization;
using HyperTune.Cli.Commands;
using Microsoft.Data.Sqlite;

namespace HyperTune.Cli.Import;

/// <summary>An SQLite database in which Optuna keeps studies, open to be read as it is at one moment.</summary>
internal sealed class DatabaseFile : IDisposable
{
    // Optuna's own number of the schema, from its first version to 5.0.
    private const int KnownSchema = 12;

    // Optuna waits for as long before it gives up.
    private const int LockSeconds = 5;

    private static readonly Version Newest = new(5, 0);

    private static readonly string[] Tables =
    [
        "studies", "study_directions", "study_user_attributes", "study_system_attributes", "trials", "trial_params", "trial_values", "trial_intermediate_values",
        "trial_user_attributes", "trial_system_attributes",
    ];

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _snapshot;

    private DatabaseFile(SqliteConnection connection, SqliteTransaction snapshot)
    {
        _connection = connection;
        _snapshot = snapshot;
    }

    /// <summary>Whether a file begins as all SQLite databases do.</summary>
    /// <param name="path">A file that is there.</param>
    public static bool IsOne(string path)
    {
        Span<byte> start = stackalloc byte[16];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("SQLite format 3\0"u8);
    }

    /// <summary>Opens a database.</summary>
    /// <exception cref="CommandException">The file is none, or not one of Optuna's, or of a version that is not known.</exception>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static DatabaseFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException(Directory.Exists(path) ? $"'{path}' is a directory; name a database file." : $"There is no file '{path}'.");
        }

        if (!IsOne(path))
        {
            throw new CommandException($"'{path}' is no SQLite database. A journal needs no import: hypertune list {path}");
        }

        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = LockSeconds, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            var database = new DatabaseFile(connection, connection.BeginTransaction(deferred: true));
            database.CheckSchema(path);
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether a table has a column.</summary>
    public bool HasColumn(string table, string column)
        => Query("SELECT 1 FROM pragma_table_info($1) WHERE name = $2", static _ => true, table, column).Count > 0;

    /// <summary>Reads rows.</summary>
    /// <param name="text">The query, whose parameters are $1, $2 ...</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="values">The parameters.</param>
    public List<T> Query<T>(string text, Func<SqliteDataReader, T> read, params object[] values)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = _snapshot;
        command.CommandText = text;
        command.Parameters.AddRange(values.Select(static (value, i) => new SqliteParameter($"${i + 1}", value)));
        using SqliteDataReader row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _connection.Dispose();
    }

    private void CheckSchema(string path)
    {
        HashSet<string> tables = [.. Query("SELECT name FROM sqlite_master WHERE type = 'table'", static row => row.GetString(0))];
        if (!tables.Contains("studies") || !tables.Contains("trials"))
        {
            throw new CommandException($"'{path}' is an SQLite database, but has no tables of Optuna.");
        }

        string version = VersionOf(tables);
        if (!tables.Contains("study_directions") || !tables.Contains("trial_values"))
        {
            throw new CommandException(
                $"'{path}' has the tables of an Optuna before 2.4{version}. Let Optuna bring it up to date: optuna storage upgrade --storage sqlite:///{path}");
        }

        if (Tables.FirstOrDefault(table => !tables.Contains(table)) is { } missing)
        {
            throw new CommandException($"'{path}' has tables of Optuna{version}, but none that is called '{missing}': no version that is known makes such a database.");
        }
    }

    private string VersionOf(HashSet<string> tables)
    {
        long? schema = tables.Contains("version_info") ? Query("SELECT schema_version FROM version_info", static row => row.GetInt64(0)) is [var number, ..] ? number : null : null;
        string? revision = tables.Contains("alembic_version") && Query("SELECT version_num FROM alembic_version", static row => row.GetString(0)) is [var name, ..] ? name : null;
        string words = revision is null ? "" : $" (revision {revision})";
        bool isNewer = schema > KnownSchema
            || (revision is not null && revision.TrimStart('v').Split('.') is [var major, var minor, ..]
                && Version.TryParse(string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}"), out Version? version)
                && version > Newest);
        return !isNewer ? words : throw new CommandException(
            $"The database is of a newer Optuna than is known here{words}: schema {schema?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}, known is {KnownSchema}. Let a newer hypertune import it.");
    }
}
