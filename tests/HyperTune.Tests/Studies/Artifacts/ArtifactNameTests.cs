using static HyperTune.Tests.ArtifactPlace;

namespace HyperTune.Tests;

/// <summary>Artifacts have names that a file can have on every system, and messages say what is wrong with others.</summary>
public sealed class ArtifactNameTests
{
    [Theory]
    [InlineData("model.zip")]
    [InlineData("Modell für Köln (2).onnx")]
    [InlineData(".gitignore")]
    [InlineData("a..b")]
    [InlineData("console.log")]
    [InlineData("日本語.txt")]
    [InlineData("\U0001F40D.txt")]
    public async Task Names_of_files_are_names(string name)
    {
        Trial<double[]> trial = await Studies.Minimize().AskAsync();
        await trial.Artifacts.SaveAsync(name, Bytes("x"));
        Assert.Equal(name, Assert.Single(trial.Artifacts.Saved).Name);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("a/b.txt", "it contains '/'")]
    [InlineData("..\\b.txt", "it contains '\\'")]
    [InlineData("c:model", "it contains ':'")]
    [InlineData("what?", "it contains '?'")]
    [InlineData("a\nb", "it contains a control character")]
    [InlineData("..", "it names a directory")]
    [InlineData(".", "it names a directory")]
    [InlineData(" a", "it begins or ends with white space")]
    [InlineData("a ", "it begins or ends with white space")]
    [InlineData("a.", "it ends with a dot")]
    [InlineData("nul", "it names a device of Windows")]
    [InlineData("Com1.txt", "it names a device of Windows")]
    public Task Others_are_refused_and_the_message_says_why(string name, string why) => Refuses(name, why);

    [Fact]
    public Task Half_of_a_pair_of_surrogates_is_refused() => Refuses("a\ud800b", "it contains half of a pair of surrogates");

    [Theory]
    [InlineData(255, 'a', true)]
    [InlineData(256, 'a', false)]
    [InlineData(128, 'ü', false)]
    public async Task A_name_has_at_most_255_bytes(int count, char letter, bool isName)
    {
        Trial<double[]> trial = await Studies.Minimize().AskAsync();
        Exception? exception = await Record.ExceptionAsync(async () => await trial.Artifacts.SaveAsync(new string(letter, count), Bytes("x")));
        Assert.Equal(isName, exception is null);
        Assert.True(isName || exception!.Message.Contains("has 256 bytes in UTF-8, and at most 255 are allowed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_has_to_be_a_name_and_a_stream_that_can_be_read()
    {
        Trial<double[]> trial = await Studies.Minimize().AskAsync();
        await Assert.ThrowsAsync<ArgumentNullException>("name", async () => await trial.Artifacts.SaveAsync(null!, Bytes("x")));
        await Assert.ThrowsAsync<ArgumentNullException>("content", async () => await trial.Artifacts.SaveAsync("x", null!));
        MemoryStream closed = Bytes("x");
        closed.Dispose();
        await Assert.ThrowsAsync<ArgumentException>("content", async () => await trial.Checkpoint.SaveAsync(closed));
    }

    private static async Task Refuses(string name, string why)
    {
        Trial<double[]> trial = await Studies.Minimize().AskAsync();
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(async () => await trial.Artifacts.SaveAsync(name, Bytes("x")));
        Assert.Equal("name", exception.ParamName);
        Assert.Contains($"cannot be the name of an artifact: {why}. A name is", exception.Message, StringComparison.Ordinal);
        Assert.Empty(trial.Artifacts.Saved);
    }
}
