using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace HyperTune.Generators.Tests.Pages;

/// <summary>Runs a block's program in a process and a directory of its own, with what the package brings, and that of the terminal, beside it.</summary>
public sealed class BlockRunner : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly string[] Libraries =
    [
        "HyperTune.dll", "MathNet.Numerics.dll", "Microsoft.Extensions.Logging.Abstractions.dll",
        "HyperTune.Spectre.dll", "Spectre.Console.dll", "Spectre.Console.Ansi.dll",
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory("hypertune-pages-").FullName;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program, with its generated files.</param>
    /// <returns>What it wrote, and 0 where it ended well.</returns>
    internal async Task<(int ExitCode, string Output, string Error)> RunAsync(Compilation program)
    {
        string directory = Directory.CreateDirectory(Path.Combine(_directory, Path.GetRandomFileName())).FullName;
        foreach (string library in Libraries)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, library), Path.Combine(directory, library));
        }

        string file = Path.Combine(directory, "Program.dll");
        EmitResult emitted = program.Emit(file);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        await File.WriteAllTextAsync(
            Path.Combine(directory, "Program.runtimeconfig.json"),
            $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version.ToString(3)}}" } } }""");

        var start = new ProcessStartInfo("dotnet", [file]) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using Process process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, (await output).ReplaceLineEndings("\n"), await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
