using System.Runtime.CompilerServices;

namespace HyperTune.Tests;

/// <summary>The storage that the guide shows is the one that these tests run.</summary>
public sealed class StorageGuideTests
{
    [Fact]
    public void The_guide_shows_the_storage_as_it_is()
    {
        string folder = Path.GetDirectoryName(Source())!;
        string guide = File.ReadAllText(Path.Combine(folder, "../../../../src/HyperTune/Documentation/Storages.md"));
        string[] blocks = [.. guide.Split("```csharp\n").Skip(1).Select(static rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)])];
        string[] files = [.. new[] { "SqliteStorage.cs", "SqliteLog.cs" }.Select(name => File.ReadAllText(Path.Combine(folder, name)).Trim())];
        Assert.Equal(files, blocks);
        Assert.InRange(files.Sum(static file => file.Split('\n').Length), 1, 150);
    }

    private static string Source([CallerFilePath] string path = "") => path;
}
