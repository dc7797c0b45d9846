using Microsoft.Data.Sqlite;

namespace HyperTune.Tests;

/// <summary>Processes that append to one study of a database at the same time take turns, whatever each has looked at before.</summary>
public sealed class SqliteTurnTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory _directory = new();

    private string Database => _directory.File("studies.db");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 2)]
    public async Task Who_appends_while_another_does_waits_and_sees_what_that_one_wrote(int? expected, int? version)
    {
        var storage = new SqliteStorage(Database);
        var participant = new StudyParticipant { Owner = ProcessIdentity.CreateToken(), TimeProvider = new ManualTime() };
        StudyLog log = (await storage.TryCreateAsync(StoragePlace.Header(), participant))!;

        // Another process is in the middle of an append.
        await using var other = new SqliteConnection($"Data Source={Database}");
        other.Open();
        await using SqliteTransaction turn = other.BeginTransaction();
        await using (SqliteCommand command = other.CreateCommand())
        {
            command.Transaction = turn;
            Assert.Equal(1, SqliteStorage.Run(command, "INSERT INTO entries VALUES ($1, $2, $3)", 1, 1, RecordingReader.Unknown("first").ToArray()));
        }

        Task<long?> second = log.TryAppendAsync(expected, [RecordingReader.Unknown("second")], StudyDurability.Process).AsTask();
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(200)));
        Assert.False(second.IsCompleted);
        Assert.Equal(0, (await RecordingReader.ReadAsync(log)).Version);
        await turn.CommitAsync();
        Assert.Equal(version, await second.WaitAsync(Limit));
        Assert.Equal(version ?? 1, (await RecordingReader.ReadAsync(log)).Version);
    }
}
