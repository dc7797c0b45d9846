using System.Text.Json;
using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>What trials of a journal saved goes with their study, and Optuna's tools find it.</summary>
public sealed class JournalArtifactTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Journal => _directory.File("a.journal");

    private string Files => Journal + ".files";

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_trial_that_ends_shows_Optuna_the_artifacts_that_it_has()
    {
        Study<double[]> study = Open("test");
        Trial<double[]> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("plot.png", Bytes("old"));
        await trial.Artifacts.SaveAsync("plot.png", Bytes("new"));
        await trial.Checkpoint.SaveAsync(Bytes("half way"));
        Assert.Empty(Attributes());

        // Whoever ends the trial need not be who saved.
        Study<double[]> other = Open("test");
        Assert.Single(other.Trials);
        await trial.Artifacts.SaveAsync("model.bin", Bytes("model"));
        await study.TellAsync(trial, 1);
        Dictionary<string, JsonElement> attributes = Attributes();
        Assert.Equal(2, attributes.Count);
        foreach ((string name, JsonElement value) in attributes)
        {
            using var description = JsonDocument.Parse(value.GetString()!);
            string id = description.RootElement.GetProperty("artifact_id").GetString()!;
            Assert.Equal($"artifacts:{id}", name);
            bool isPlot = description.RootElement.GetProperty("filename").GetString() == "plot.png";
            Assert.Equal(isPlot ? "image/png" : "application/octet-stream", description.RootElement.GetProperty("mimetype").GetString());
            Assert.Equal(JsonValueKind.Null, description.RootElement.GetProperty("encoding").ValueKind);
            Assert.Equal(isPlot ? "new" : "model", await File.ReadAllTextAsync(Path.Combine(Files, id)));
            Assert.Matches("^[0-9a-fA-F-]+$", id);
        }
    }

    [Fact]
    public async Task Artifacts_stay_with_a_study_that_is_renamed_and_go_with_one_that_is_deleted()
    {
        await SaveAsync("first", "of the first");
        await SaveAsync("second", "of the second");
        var storage = new JournalStorage(Journal);
        Assert.True(await storage.TryRenameAsync("first", "third"));
        await SaveAsync("third", "again");
        Assert.Equal("of the first", await TextOf(Open("third").Trials[0].Artifacts["x"]));
        Assert.Equal(3, Directory.GetFiles(Files).Length);
        Assert.True(await storage.TryDeleteAsync("third"));
        Assert.False(await storage.TryDeleteAsync("third"));
        Assert.Equal("of the second", await TextOf(Open("second").Trials[0].Artifacts["x"]));
        Assert.Single(Directory.GetFiles(Files));
        Assert.Empty(Open("third").Trials);
    }

    [Fact]
    public async Task Artifacts_of_a_journal_that_was_moved_with_its_directory_are_found()
    {
        await SaveAsync("test", "moved");
        File.Move(Journal, _directory.File("b.journal"));
        Directory.Move(Files, _directory.File("b.journal.files"));
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Storage = new JournalStorage(_directory.File("b.journal")) });
        Assert.Equal("moved", await TextOf(study.Trials[0].Artifacts["x"]));
    }

    [Fact]
    public async Task A_copy_that_has_a_scope_of_its_own_reads_the_files_of_the_first_and_deletes_none()
    {
        await SaveAsync("test", "of the first");
        StudyLog log = (await new JournalStorage(Journal).TryOpenAsync("test", new StudyParticipant { Owner = ProcessIdentity.CreateToken() }))!;
        await log.TryAppendAsync(
            null, ["""{"kind":"filesOpened","time":"2026-01-02T12:00:00.0000000Z","scope":"00000000000000aa"}"""u8.ToArray()], StudyDurability.Process);
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Storage = new JournalStorage(Journal), Keep = Keep.Best(1) });
        Trial<double[]> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("x", Bytes("better"));
        await study.TellAsync(trial, 0.5);
        Assert.Empty(study.Trials[0].Artifacts);
        Assert.Equal("better", await TextOf(study.Trials[1].Artifacts["x"]));
        Assert.Equal(2, Directory.GetFiles(Files).Length);
        Assert.Single(Directory.GetFiles(Files, "00000000000000aa-*"));
    }

    private async Task SaveAsync(string name, string text)
    {
        Study<double[]> study = Open(name);
        Trial<double[]> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("x", Bytes(text));
        await study.TellAsync(trial, 1);
    }

    private Study<double[]> Open(string name) => Studies.Minimize(Studies.Seeded with { Name = name, Storage = new JournalStorage(Journal) });

    private Dictionary<string, JsonElement> Attributes()
    {
        var attributes = new Dictionary<string, JsonElement>();
        foreach (string line in File.ReadLines(Journal))
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.GetProperty("op_code").GetInt32() == (int)JournalOperation.SetTrialSystemAttribute)
            {
                foreach (JsonProperty attribute in record.RootElement.GetProperty("system_attr").EnumerateObject())
                {
                    if (attribute.Name.StartsWith("artifacts:", StringComparison.Ordinal))
                    {
                        attributes.Add(attribute.Name, attribute.Value.Clone());
                    }
                }
            }
        }

        return attributes;
    }
}
