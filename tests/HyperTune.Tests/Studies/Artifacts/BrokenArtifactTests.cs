using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>Files that are missing, torn or damaged are errors that name the trial, the file and what is wrong; nothing of them is handed out.</summary>
public sealed class BrokenArtifactTests
{
    [Theory]
    [InlineData("missing", "is missing (file '")]
    [InlineData("torn", "is not whole: it has 5 bytes, and 9 were saved (file '")]
    [InlineData("longer", "is not whole: it has 10 bytes, and 9 were saved (file '")]
    [InlineData("damaged", "is damaged: its bytes are not those that were saved (file '")]
    public async Task What_is_wrong_with_a_file_is_said(string what, string message)
    {
        using var place = new ArtifactPlace("journal");
        Study<double[]> study = place.Open();
        Trial<double[]> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("model.zip", Bytes("the model"));
        string path = place.File;
        Break(path, what);
        ArtifactException exception = await Assert.ThrowsAsync<ArtifactException>(async () => await place.Open().Trials[0].Artifacts["model.zip"].OpenAsync());
        Assert.StartsWith($"Artifact 'model.zip' of trial 0 of study 'test' {message}{path}", exception.Message, StringComparison.Ordinal);
        Assert.Equal((0, "model.zip"), (exception.TrialNumber, exception.ArtifactName));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("torn")]
    [InlineData("damaged")]
    public async Task A_broken_checkpoint_is_no_checkpoint_and_no_first_attempt_either(string what)
    {
        using var place = new ArtifactPlace("journal");
        await (await place.OpenInDyingProcess().AskAsync()).Checkpoint.SaveAsync(Bytes("half way through"));
        Break(place.File, what);
        Trial<double[]> again = await place.Open().AskAsync();
        ArtifactException exception = await Assert.ThrowsAsync<ArtifactException>(async () => await again.Checkpoint.OpenAsync());
        Assert.StartsWith("The checkpoint of trial 0 of study 'test' is ", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.ArtifactName);

        // A new one takes its place.
        await again.Checkpoint.SaveAsync(Bytes("from the start"));
        Assert.Equal("from the start", await TextOf(again.Checkpoint));
        Assert.Single(place.Entries);
    }

    [Fact]
    public async Task A_store_that_can_only_go_forward_is_checked_as_well()
    {
        var store = new ForwardStore();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Artifacts = store });
        Trial<double[]> trial = await study.AskAsync();
        await trial.Artifacts.SaveAsync("model.zip", Bytes("the model"));
        Assert.Equal("the model", await TextOf(trial.Artifacts.Saved["model.zip"]));
        store.IsShort = true;
        ArtifactException exception = await Assert.ThrowsAsync<ArtifactException>(async () => await trial.Artifacts.Saved["model.zip"].OpenAsync());
        Assert.Contains("it has 8 bytes, and 9 were saved", exception.Message, StringComparison.Ordinal);
        store.ReadsToEnd = false;
        InvalidOperationException unread = await Assert.ThrowsAsync<InvalidOperationException>(async () => await trial.Artifacts.SaveAsync("x", Bytes("xyz")));
        Assert.Contains("has not read the stream to its end", unread.Message, StringComparison.Ordinal);
        Assert.Single(trial.Artifacts.Saved);
    }

    private static void Break(string path, string what)
    {
        byte[] content = File.ReadAllBytes(path);
        switch (what)
        {
            case "missing":
                File.Delete(path);
                break;
            case "torn":
                File.WriteAllBytes(path, content[..5]);
                break;
            case "longer":
                File.WriteAllBytes(path, [.. content, 0]);
                break;
            default:
                content[^1]++;
                File.WriteAllBytes(path, content);
                break;
        }
    }
}
