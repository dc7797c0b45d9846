using System.Runtime.CompilerServices;

namespace HyperTune.IntegrationTests;

/// <summary>A test that mounts a small file system of its own, which not every user may.</summary>
public sealed class MountFactAttribute : NeedyFactAttribute
{
    private static readonly string? Missing = !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        ? "Only root may mount a file system, on Linux; run the tests as root: sudo dotnet test -c Release"
        : null;

    public MountFactAttribute([CallerMemberName] string test = "")
        : base(Missing, test)
    {
    }
}
