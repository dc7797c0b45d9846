namespace HyperTune.Tests;

/// <summary>Readers of a real file that never pause while changes are written that reach over several pages of it.</summary>
public sealed class JournalChangeStressTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_change_that_is_just_being_written_is_seen_as_a_whole_or_not_at_all()
    {
        const int Writers = 2;
        const int Changes = 150;
        const int Entries = 8;
        string path = _directory.File("s.journal");
        var header = StoragePlace.Header();
        Assert.NotNull(await new JournalStorage(path).TryCreateAsync(header, Participant()));
        string text = new('x', 3000);
        Task writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                StudyLog log = Open(path);
                for (int i = 0; i < Changes; i++)
                {
                    ReadOnlyMemory<byte>[] entries = [.. Enumerable.Range(0, Entries).Select(_ => RecordingReader.Unknown(text))];
                    Assert.True(log.TryAppendAsync(null, entries, StudyDurability.Process).IsCompletedSuccessfully);
                }
            },
            TaskCreationOptions.LongRunning)));
        Task<long>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                StudyLog log = Open(path);
                var reader = new CountingReader();
                do
                {
                    Assert.True(log.ReadAsync(reader.Version, reader).IsCompletedSuccessfully);
                    Assert.Equal(0, reader.Version % Entries);
                }
                while (!writing.IsCompleted);

                Assert.True(log.ReadAsync(reader.Version, reader).IsCompletedSuccessfully);
                return reader.Version;
            },
            TaskCreationOptions.LongRunning))];
        await Task.WhenAny(Task.WhenAll([writing, .. readers]));
        await writing;
        Assert.All(await Task.WhenAll(readers), static version => Assert.Equal(Writers * Changes * Entries, version));
    }

    private static StudyParticipant Participant() => new() { Owner = ProcessIdentity.CreateToken(), TimeProvider = TimeProvider.System };

    private static StudyLog Open(string path)
    {
        ValueTask<StudyLog?> opened = new JournalStorage(path).TryOpenAsync("test", Participant());
        Assert.True(opened.IsCompletedSuccessfully);
        return opened.Result!;
    }

    private sealed class CountingReader : StudyReader
    {
        public new long Version { get; private set; }

        public override void Read(long version, ReadOnlySpan<byte> payload) => Version = version;

        internal override void Read(long version, in StudyEvent happened) => Version = version;
    }
}
