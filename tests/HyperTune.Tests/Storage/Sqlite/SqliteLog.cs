using Microsoft.Data.Sqlite;
using static HyperTune.Tests.SqliteStorage;

namespace HyperTune.Tests;

/// <summary>One study in an SQLite database.</summary>
internal sealed class SqliteLog(SqliteStorage storage, long study, StudyHeader header, StudyParticipant participant) : StudyLog
{
    public override StudyHeader Header => header;

    public override bool KeepsSnapshots => true;

    public override ValueTask ReadAsync(long after, StudyReader reader, CancellationToken token = default) => new(storage.RunAsync(command =>
    {
        const string Entries = "SELECT version, payload FROM entries WHERE study = $1 AND version > $2 ORDER BY version";
        foreach (SqliteDataReader row in Rows(command, Entries, study, after))
        {
            reader.Read(row.GetInt64(0), row.GetFieldValue<byte[]>(1));
        }

        return true;
    }, token));

    public override ValueTask<long?> TryAppendAsync(
        long? expectedVersion, IReadOnlyList<ReadOnlyMemory<byte>> entries, StudyDurability durability, CancellationToken token = default)
        => new(storage.RunAsync<long?>(command =>
        {
            // From here on nobody else writes.
            command.Transaction = command.Connection!.BeginTransaction();
            const string Versions = "SELECT (SELECT COALESCE(MAX(version), 0) FROM entries WHERE study = id) FROM studies WHERE id = $1";
            long[] found = [.. Rows(command, Versions, study).Select(static row => row.GetInt64(0))];
            long version = found.Length == 1 ? found[0] : throw new IOException($"Study '{header.Name}' in {storage} was deleted.");
            if (expectedVersion is { } expected && expected != version)
            {
                return null;
            }

            foreach (ReadOnlyMemory<byte> entry in entries)
            {
                Run(command, "INSERT INTO entries VALUES ($1, $2, $3)", study, ++version, entry.ToArray());
            }

            command.Transaction.Commit();
            return version;
        }, token, durability));

    public override ValueTask KeepAliveAsync(IReadOnlyList<int> trials, CancellationToken token = default) => new(storage.RunAsync(command =>
    {
        long until = (participant.TimeProvider.GetUtcNow() + participant.Lease).UtcTicks;
        string numbers = $"[{string.Join(',', trials)}]";
        Run(command, "REPLACE INTO leases SELECT $1, value, $2, $3 FROM json_each($4)", study, participant.Owner, until, numbers);
        return Run(command, "DELETE FROM leases WHERE study = $1 AND owner = $2 AND until < $3", study, participant.Owner, until);
    }, token, StudyDurability.Process));

    public override ValueTask<IReadOnlyList<int>> FindAbandonedAsync(IReadOnlyList<RunningTrial> trials, CancellationToken token = default)
        => new(storage.RunAsync<IReadOnlyList<int>>(
            command => [.. trials.Where(trial => IsAbandoned(command, trial)).Select(static trial => trial.Number)], token));

    public override ValueTask<StudySnapshot?> LoadSnapshotAsync(CancellationToken token = default) => new(storage.RunAsync(
        command => Rows(command, "SELECT version, payload FROM snapshots WHERE study = $1", study)
            .Select(static row => new StudySnapshot(row.GetInt64(0), row.GetFieldValue<byte[]>(1))).FirstOrDefault(), token));

    public override ValueTask SaveSnapshotAsync(StudySnapshot snapshot, CancellationToken token = default) => new(storage.RunAsync(
        command => Run(command, "REPLACE INTO snapshots VALUES ($1, $2, $3)", study, snapshot.Version, snapshot.Payload.ToArray()), token));

    private bool IsAbandoned(SqliteCommand command, RunningTrial trial)
    {
        const string Lease = "SELECT until FROM leases WHERE study = $1 AND trial = $2 AND owner = $3";
        long[] renewed = [.. Rows(command, Lease, study, trial.Number, trial.Owner).Select(static row => row.GetInt64(0))];

        // A trial that began a moment ago has given no other sign of life yet.
        long until = renewed.Length == 1 ? renewed[0] : (trial.Since + participant.Lease).UtcTicks;
        return StudyParticipants.IsAlive(trial.Owner) == false || participant.TimeProvider.GetUtcNow().UtcTicks > until;
    }
}
