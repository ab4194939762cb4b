using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Tells the garbage collector the function's configured memory, which the sandbox does not show it.</summary>
internal static class MemoryLimit
{
    public static void Apply()
    {
        var disabled = Environment.GetEnvironmentVariable("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK");
        var configured = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
        if (string.Equals(disabled, "true", StringComparison.OrdinalIgnoreCase)
            || !int.TryParse(configured, NumberStyles.Integer, CultureInfo.InvariantCulture, out var mebibytes))
        {
            return;
        }

        try
        {
            var bytes = (ulong)mebibytes * 1024 * 1024;
            if ((ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < bytes)
            {
                return;
            }

            AppContext.SetData("GCHeapHardLimit", bytes);
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // The heap is larger than that already; the function runs without the limit.
        }
    }
}
