namespace HyperTune.Generators.Tests.Analyzers;

public sealed class ObjectiveTests
{
    [Fact]
    public Task Parameters_that_a_lambda_never_reads_are_listed() => AnalyzerTest.VerifyAsync("""
        Study<A> study = Study.Minimize<A>();
        study.Run({|HT4004:a|} => a.X, 10);
        study.Run(({|HT4004:a|}) => { double x = a.X; return x + nameof(a.Y).Length; }, 10);
        study.Run(({|HT4004:trial|}) => { trial.Report(0, trial.Number); return trial.Config.X; }, 10);
        study.Run(a => a.X + (a.Y ? 1 : 0), 10);
        study.Run(a => a.X + Use(a), 10);
        study.Run(a => { A copy = a; return copy.X; }, 10);
        study.Run(a => a.X + a.Computed, 10);
        study.Run(_ => 1, 10);
        study.Run(a => a.Epochs, 10);
        study.Run(trial => { A a = trial.Config; return a.X; }, 10);
        study.Run(Use, 10);
        study.Run(a => a is { X: > 0.5 } ? 1.0 : 0.0, 10);

        static double Use(A a) => a.X;

        [SearchSpace] public partial class A
        {
            [Uniform(0, 1)] public double X { get; set; }
            [Choice] public bool Y { get; set; }
            public int Epochs { get; set; } = 3;
            public double Computed => Y ? 1 : 0;
        }
        """);
}
