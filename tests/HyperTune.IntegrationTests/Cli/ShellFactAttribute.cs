using System.Runtime.CompilerServices;

namespace HyperTune.IntegrationTests.Cli;

/// <summary>A test that needs bash.</summary>
public sealed class ShellFactAttribute : NeedyFactAttribute
{
    private static readonly string? Missing = File.Exists("/bin/bash") ? null : "There is no /bin/bash.";

    public ShellFactAttribute([CallerMemberName] string test = "")
        : base(Missing, test)
    {
    }
}
