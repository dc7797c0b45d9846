using System.Diagnostics;

namespace HyperTune.IntegrationTests;

/// <summary>A file system in memory of a stated size, for as long as the test runs.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public SmallDisk(string options) => Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", _directory.Path);

    public string File(string name) => Path.Combine(_directory.Path, name);

    public IEnumerable<string> Entries => Directory.GetFileSystemEntries(_directory.Path).Select(static entry => Path.GetFileName(entry));

    /// <summary>Mounts it anew with other options; the files stay.</summary>
    public void Remount(string options) => Run("mount", "-o", "remount," + options, _directory.Path);

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using FileStream file = System.IO.File.Create(File("filling"), 1);
        try
        {
            while (true)
            {
                file.Write(new byte[256]);
            }
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    public void Dispose()
    {
        Run("umount", _directory.Path);
        _directory.Dispose();
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
