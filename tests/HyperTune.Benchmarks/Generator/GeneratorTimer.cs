using System.Diagnostics;
using HyperTune.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HyperTune.Benchmarks;

/// <summary>
/// Times the generator and what it is compared with on one project. Each run gets a compilation of its own, because one that is bound already would make
/// it look several times faster; each round runs all of them, so that other load falls on all alike.
/// </summary>
internal sealed class GeneratorTimer(SourceProject project, int types, int rounds)
{
    private const int WarmUpRounds = 2;

    public GeneratorTimes Time(Edit edit, Progress progress)
    {
        Action<CSharpCompilation>[] runs =
        [
            Run(new SearchSpaceGenerator(), edit),
            Run(new DoNothingGenerator(), edit),
            Run(new AttributeBindingGenerator(project.GenerateFiles()), edit),
            static compilation => compilation.GetDiagnostics(),
        ];
        double[][] times = [.. runs.Select(_ => new double[rounds])];
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                CSharpCompilation compilation = project.After(edit);
                GC.Collect();
                long start = Stopwatch.GetTimestamp();
                runs[i](compilation);
                TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
                if (round >= 0)
                {
                    times[i][round] = elapsed.TotalMilliseconds;
                }
            }

            if (round >= 0)
            {
                progress.Done($"{edit}, {types} types");
            }
        }

        return new GeneratorTimes(
            edit.ToString(), types, Milliseconds.Of(times[0]), Milliseconds.Of(times[1]), Milliseconds.Of(times[2]), Milliseconds.Of(times[3]));
    }

    private Action<CSharpCompilation> Run(IIncrementalGenerator generator, Edit edit)
    {
        // A driver is immutable: every round starts from the state after the project's first version.
        GeneratorDriver driver = project.CreateDriver(generator, edit);
        return compilation => driver.RunGenerators(compilation);
    }
}
