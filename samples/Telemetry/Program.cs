using HyperTune;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// All that makes studies visible is the names of the source and of the meter. In a service the exporter would be that of OTLP.
using TracerProvider traces = Sdk.CreateTracerProviderBuilder().AddSource(HyperTuneTelemetry.ActivitySourceName).AddConsoleExporter().Build();
using MeterProvider metrics = Sdk.CreateMeterProviderBuilder().AddMeter(HyperTuneTelemetry.MeterName).AddConsoleExporter().Build();

var options = new StudyOptions { Name = "valley", Seed = 1, Strategy = Strategy.Random(), Expected = Failures.Of<ArithmeticException>() };
StudyResult<ValleyConfig> result = Study.Minimize<ValleyConfig>(options).Run(
    static (config, trial) => trial.Number == 2 ? throw new ArithmeticException("a trial that fails has a status and its exception") : Math.Pow(config.X - 1, 2),
    4);
metrics.ForceFlush();
traces.ForceFlush();
Console.WriteLine(result.Describe());

[SearchSpace]
public sealed partial record ValleyConfig
{
    [Uniform(-5, 5)] public double X { get; init; }
}
