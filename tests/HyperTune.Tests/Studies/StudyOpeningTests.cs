namespace HyperTune.Tests;

/// <summary>A study reads and writes nothing before it is used, and is opened once.</summary>
public sealed class StudyOpeningTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_study_in_a_directory_that_does_not_exist_is_refused_when_it_is_opened()
    {
        foreach (StudyStorage storage in (StudyStorage[])[new JournalStorage(Missing("j")), new SqliteStorage(Missing("db"))])
        {
            Study<TestConfig> study = Study.Minimize<TestConfig>(new StudyOptions { Name = "test", Storage = storage });
            Assert.Equal(("test", OptimizationDirection.Minimize), (study.Name, study.Direction));
            await Assert.ThrowsAnyAsync<IOException>(async () => await study.OpenAsync());
            Assert.ThrowsAny<IOException>(() => study.Run(static config => config.X, 1));
            Assert.ThrowsAny<IOException>(() => study.Ask());
            Assert.ThrowsAny<IOException>(() => study.Trials);
            Assert.ThrowsAny<IOException>(() => study.Seed);
            Assert.ThrowsAny<IOException>(() => study.Enqueue(new TestConfig()));

            // When the directory is there, the study can be opened after all.
            Directory.CreateDirectory(Path.GetDirectoryName(Missing("j"))!);
            Assert.Single(study.Run(static config => config.X, 1).Trials);
            Directory.Delete(Path.GetDirectoryName(Missing("j"))!, recursive: true);
        }
    }

    [Fact]
    public async Task A_study_is_created_when_it_is_changed_first()
    {
        var storage = new JournalStorage(_directory.File("j"));
        Study<TestConfig> study = Study.Maximize<TestConfig>(new StudyOptions { Storage = storage });
        await using (study)
        {
            Assert.False(File.Exists(storage.Path));
            await study.OpenAsync();
            Assert.Empty(study.Trials);
            long seed = study.Seed;
            Assert.False(File.Exists(storage.Path));
            study.Enqueue(new TestConfig());
            Assert.Equal(["TestConfig"], await storage.ListAsync());
            await study.OpenAsync();
            Assert.Equal(seed, study.Seed);
        }

        // A study that was never used has nothing to close.
        await Study.Minimize<TestConfig>(new StudyOptions { Storage = new JournalStorage(_directory.File("other")) }).DisposeAsync();
        Assert.False(File.Exists(_directory.File("other")));
    }

    [Fact]
    public async Task A_study_that_many_use_at_once_is_opened_once()
    {
        var observed = new ObservedStorage(new JournalStorage(_directory.File("j")));
        Study<double[]> study = Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Storage = observed });
        Trial<double[]>[] trials = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await study.AskAsync())));
        Assert.Equal(Enumerable.Range(0, 8), trials.Select(static trial => trial.Number).Order());
        Assert.Equal(1, observed.Openings);
    }

    [Fact]
    public async Task An_opening_that_was_cancelled_can_be_repeated()
    {
        Study<double[]> study = Study.Minimize(TestSpace.Cube(2), Studies.Seeded with { Storage = new JournalStorage(_directory.File("j")) });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await study.OpenAsync(new CancellationToken(true)));
        await study.OpenAsync();
        Assert.Empty(study.Trials);
    }

    [Fact]
    public void A_study_searches_a_space_that_is_given_as_an_object()
    {
        TestSpace space = TestSpace.Of(TestSpace.CreateParameter("x", 0, new UniformDistribution(2, 3)));
        Study<double[]> least = Study.Minimize(space, new StudyOptions { Seed = 1 });
        Study<double[]> most = Study.Maximize(space, new StudyOptions { Seed = 1 });
        Assert.Equal(("TestSpace", space), (least.Name, least.Space));
        Assert.InRange(least.Run(static x => x[0], 20).BestObserved.Value!.Value, 2, 2.1);
        Assert.InRange(most.Run(static x => x[0], 20).BestObserved.Value!.Value, 2.9, 3);
    }

    private string Missing(string name) => Path.Combine(_directory.Path, "missing", name);
}
