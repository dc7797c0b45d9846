using System.Text;

namespace HyperTune.Tests;

/// <summary>A place that holds studies and what their trials save, as several processes see it; made for one test.</summary>
internal sealed class ArtifactPlace : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StoragePlace _place;

    public ArtifactPlace(string kind)
    {
        _place = new StoragePlace(kind);
        ArtifactDirectory = kind != StoragePlace.Memory && _place.Storage().Artifacts is FileArtifactStore own ? own.DirectoryPath : _directory.File("files");
    }

    public StoragePlace Place => _place;

    /// <summary>Where the files are of studies that are not in memory.</summary>
    public string ArtifactDirectory { get; }

    /// <summary>The names of all that is there.</summary>
    public string[] Entries => Directory.Exists(ArtifactDirectory) ? [.. Directory.GetFileSystemEntries(ArtifactDirectory).Select(Path.GetFileName).Order()!] : [];

    /// <summary>The only file there.</summary>
    public string File => Path.Combine(ArtifactDirectory, Assert.Single(Entries));

    /// <summary>A study as a process of its own has it.</summary>
    public Study<double[]> Open(Func<StudyOptions, StudyOptions>? change = null) => _place.Open(options => With(options, change));

    /// <summary>A study as a process has it that will have ended when others look at what it wrote.</summary>
    public Study<double[]> OpenInDyingProcess(Func<StudyOptions, StudyOptions>? change = null)
        => _place.OpenInDyingProcess(options => With(options, change));

    public static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    public static async Task<string> TextOf(Artifact artifact)
    {
        using var reader = new StreamReader(await artifact.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    /// <summary>The text of the newest checkpoint; <see langword="null"/> where there is none.</summary>
    public static async Task<string?> TextOf(TrialCheckpoint checkpoint)
    {
        await using Stream? stream = await checkpoint.OpenAsync();
        return stream is null ? null : await new StreamReader(stream).ReadToEndAsync();
    }

    public void Dispose()
    {
        _place.Dispose();
        _directory.Dispose();
    }

    private StudyOptions With(StudyOptions options, Func<StudyOptions, StudyOptions>? change)
    {
        StudyOptions placed = options.Storage is null ? options : options with { Artifacts = new FileArtifactStore(ArtifactDirectory) };
        return change?.Invoke(placed) ?? placed;
    }
}
