using System.Diagnostics;
using System.Globalization;
using AddUserToGroup.Benchmarks.Endpoints;
using AddUserToGroup.Benchmarks.Measuring;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>
/// Invokes the function over and over, one event after the other as Lambda does, and judges each before the next.
/// </summary>
internal sealed class SoakRun(
    SoakFunction function, CognitoEndpoint cognito, CallCheck calls, InvocationMix mix, SoakReport report)
{
    private const int Windows = 10;
    private const int SamplesOfWindow = 20;

    private readonly LogCheck _log = new(function.Output);

    /// <exception cref="BenchmarkException">Something was wrong; the message names the invocation.</exception>
    public async Task RunAsync(int invocations, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        function.WaitUntilReady();
        for (var window = 1; window <= Windows; window++)
        {
            var (samples, durations) = await RunAsync(Part(window - 1), Part(window), stop);
            report.Add(new Window
            {
                Invocations = Part(window),
                Elapsed = Stopwatch.GetElapsedTime(started),
                Median = Statistics.Median(durations),
                Slowest = durations.Max(),
                PeakMemory = function.PeakMemory,
                Samples = samples,
            });
        }

        function.Stop();
        if (_log.FaultAtEnd() is { } fault)
        {
            throw new BenchmarkException($"The function {fault}");
        }

        int Part(int windows) => (int)((long)invocations * windows / Windows);
    }

    private async Task<(List<ResourceUse> Samples, List<double> Durations)> RunAsync(
        int first, int end, CancellationToken stop)
    {
        var (samples, durations) = (new List<ResourceUse>(), new List<double>());
        for (var number = first; number < end; number++)
        {
            stop.ThrowIfCancellationRequested();
            var invocation = mix.Next(number);
            var duration = await InvokeAsync(invocation);
            if (!invocation.Plan.IsFault)
            {
                durations.Add(duration.TotalMilliseconds);
            }

            if ((number - first) % ((end - first) / SamplesOfWindow) == 0)
            {
                samples.Add(function.ReadResources());
            }
        }

        return (samples, durations);
    }

    private async Task<TimeSpan> InvokeAsync(Invocation invocation)
    {
        try
        {
            if (invocation.Plan.ClosesConnections || invocation.Plan.RefusesConnections)
            {
                await cognito.RefuseAsync();
            }

            if (invocation.Plan.ClosesConnections)
            {
                cognito.Accept();
            }

            invocation.Plan.Case.PutTo(cognito);
            var batch = function.Invoke(invocation.ToRuntimeEvent());
            if (invocation.Plan.RefusesConnections)
            {
                cognito.Accept();
            }

            var response = FunctionResponse.Read(invocation.Event, batch.Responses[0]);
            if (!invocation.Allows(response))
            {
                throw new BenchmarkException($"answered {response.Outcome} and wrote: {function.Output.Take()}");
            }

            if ((calls.Fault(invocation, response) ?? _log.Fault(invocation, response)) is { } fault)
            {
                throw new BenchmarkException(fault);
            }

            report.Add(invocation, response);
            return batch.Duration;
        }
        catch (BenchmarkException exception)
        {
            throw new BenchmarkException(string.Create(
                CultureInfo.InvariantCulture,
                $"{invocation}: {invocation.Expected} was expected, but the function {exception.Message}"), exception);
        }
    }
}
