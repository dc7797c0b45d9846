namespace HyperTune.IntegrationTests;

/// <summary>
/// A test that mounts a small file system of its own. Where this user may not, it is skipped, with the reason; but never where the environment variable CI
/// is true, since then the test fails instead.
/// </summary>
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly string? Missing = !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) && Environment.GetEnvironmentVariable("CI") != "true"
        ? "Only root may mount a file system, on Linux; run the tests as root: sudo dotnet test -c Release"
        : null;

    public MountFactAttribute() => Skip = Missing;
}
