using HyperTune.Storage;

namespace HyperTune.Tests.Storage;

public sealed class ProcessIdentityTests
{
    private const int TooManyOpenFiles = 24;
    private const int NoSuchProcess = 3;

    // The name in brackets may hold anything; the start is field 22.
    [Theory]
    [InlineData("S", "4711")]
    [InlineData("Z", "")]
    [InlineData("X", "")]
    public void Start_is_that_of_a_process_that_has_not_ended(string state, string expected)
        => Assert.Equal(expected, ProcessIdentity.StartIn(() => $"7 (a ) b) {state} 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 4711 23"));

    [Fact]
    public void Process_without_an_account_is_dead()
    {
        // Where there are no such accounts at all, nothing can be known.
        string? dead = File.Exists("/proc/1/stat") ? "" : null;
        Assert.Equal(dead, ProcessIdentity.StartIn(static () => throw new FileNotFoundException()));
        Assert.Equal(dead, ProcessIdentity.StartIn(static () => throw new DirectoryNotFoundException()));
        Assert.Equal(dead, ProcessIdentity.StartIn(static () => throw new IOException("No such process", NoSuchProcess)));
        Assert.Equal(dead, ProcessIdentity.StartIn(static () => File.ReadAllText($"/proc/{int.MaxValue}/stat")));
    }

    // Else a process that runs out of file handles would take the trials of the living for trials of the dead.
    [Fact]
    public void Process_whose_account_cannot_be_read_is_not_taken_for_dead()
    {
        Assert.Null(ProcessIdentity.StartIn(static () => throw new IOException("Too many open files", TooManyOpenFiles)));
        Assert.Null(ProcessIdentity.StartIn(static () => throw new UnauthorizedAccessException()));
    }
}
