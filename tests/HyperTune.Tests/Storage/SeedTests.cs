using System.Globalization;

namespace HyperTune.Tests;

public sealed class SeedTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static readonly long[] Values = [long.MinValue, -1, 0, 42, long.MaxValue];

    public static TheoryData<long> Seeds { get; } = new(Values);

    public static TheoryData<string, long> StoragesAndSeeds { get; } = StoragePlace.StoragesWith(Values);

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bits_of_the_seed_are_those_that_draws_come_from(long seed)
    {
        var strategy = new RecordingStrategy();
        StudyResult<double[]> result = Studies.Minimize(new StudyOptions { Seed = seed, Strategy = strategy }).Run(Studies.Bowl, 3);

        var random = new RandomStream(unchecked((ulong)seed), stream: 2);
        Assert.Equal([random.NextUnit(), random.NextUnit()], result.Trials[2].Config);
        Assert.Equal(unchecked((ulong)seed), strategy.Context!.Seed);
        Assert.Equal(seed, result.Seed);
    }

    [Theory]
    [MemberData(nameof(StoragesAndSeeds))]
    public void Stored_study_is_continued_with_its_seed(string kind, long seed)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> first = place.Open(options => options with { Seed = seed });
        first.Ask();
        Assert.Equal(seed, first.Seed);
        Assert.Equal(seed, place.Open(static options => options with { Seed = null }).Seed);
        Assert.Equal(seed, place.Open(options => options with { Seed = seed }).Seed);
        Study<double[]> other = place.Open(options => options with { Seed = seed ^ 1 });
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"has the seed {seed} "),
            Assert.Throws<InvalidOperationException>(() => other.Seed).Message,
            StringComparison.Ordinal);
    }

    // Seeds had no sign once, and programs of that time still read what is written now.
    [Theory]
    [InlineData(-1, "18446744073709551615")]
    [InlineData(long.MinValue, "9223372036854775808")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(42, "42")]
    public void Seed_is_stored_as_its_bits_without_a_sign(long seed, string text)
    {
        string path = _directory.File("seeds.journal");
        Studies.Minimize(Studies.Seeded with { Seed = seed, Storage = new JournalStorage(path) }).Ask();
        Assert.Contains($"\"hypertune:seed\":\"{text}\"", File.ReadAllText(path), StringComparison.Ordinal);

        StudyHeader header = StoragePlace.Header() with { Seed = seed };
        Assert.Contains($"\"seed\":\"{text}\"", System.Text.Encoding.UTF8.GetString(header.ToUtf8Bytes()), StringComparison.Ordinal);
        Assert.Equal(seed, StudyHeader.Read(header.ToUtf8Bytes()).Seed);

        var layouts = new PointLayouts(PointLayout.Of(TestSpace.Cube(1)));
        byte[] chosen = EventPayload.Write(new StudyEvent { Kind = StudyEventKind.SeedChosen, Seed = seed }, layouts);
        Assert.Contains($"\"seed\":\"{text}\"", System.Text.Encoding.UTF8.GetString(chosen), StringComparison.Ordinal);
        Assert.Equal(seed, EventPayload.Read(chosen, layouts).Seed);
    }

    [Fact]
    public void Large_seed_of_an_old_journal_is_read_as_the_same_bits()
    {
        string path = _directory.File("old.journal");
        string old = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Storage", "Old", "version-0.1.journal"));
        File.WriteAllText(path, old.Replace("\"hypertune:seed\":\"7\"", "\"hypertune:seed\":\"18446744073709551611\"", StringComparison.Ordinal));

        var strategy = new RecordingStrategy();
        Study<OldConfig> study = Study.Minimize<OldConfig>(
            new StudyOptions { Name = "old", Storage = new JournalStorage(path), Strategy = strategy });
        Assert.Equal(-5, study.Seed);
        study.Ask();
        Assert.Equal(18446744073709551611, strategy.Context!.Seed);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("18446744073709551616")]
    [InlineData("7.0")]
    [InlineData("")]
    public void What_is_no_seed_is_refused_by_name(string text)
    {
        string path = _directory.File("wrong.journal");
        Studies.Minimize(Studies.Seeded with { Seed = -1, Storage = new JournalStorage(path) }).Ask();
        File.WriteAllText(path, File.ReadAllText(path).Replace($"\"{ulong.MaxValue}\"", $"\"{text}\"", StringComparison.Ordinal));

        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Seed = null, Storage = new JournalStorage(path) });
        JournalException refused = Assert.Throws<JournalException>(() => study.Seed);
        Assert.Contains("hypertune:seed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seed_that_is_chosen_has_no_sign()
        => Assert.All(Enumerable.Range(0, 20), static _ => Assert.InRange(Studies.Minimize(new StudyOptions()).Seed, 0, long.MaxValue));
}
